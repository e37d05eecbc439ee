#!/usr/bin/env node
'use strict'
const { program } = require('./program')

void program().start(process.argv)
