#!/usr/bin/env node
'use strict'
require('../dist/main.js').start(process.argv)
