/**
 * Wires the program: which store stands behind the ports, whose clock and chance the intake has. The only place that
 * knows tsyringe.
 */
import 'reflect-metadata'
import { type Capabilities } from '@ardiya/core/intake/capabilities'
import { container as root, instanceCachingFactory } from 'tsyringe'
import { machineClock } from './machine/clock'
import { newCommandId } from './machine/command-ids'
import { jitteredPause } from './machine/pause'
import { personOfCommand, randomPerson } from './machine/persons'
import { inZone, offsetAt } from './machine/zones'

export type Clock = Capabilities['clock']

/** What intake gets from the machine: everything of its capabilities but the stores. */
export type Machine = Omit<Capabilities, 'store' | 'views' | 'directory'>

const machineToken = Symbol('Machine')
const clockToken = Symbol('Clock')
const personsToken = Symbol('Persons')

/** The machine's capabilities. A clock from the input goes with persons from the command's id. */
export const machine = (clock: Clock): Machine => {
  const container = root.createChildContainer()
  container.registerInstance<Clock>(clockToken, clock)
  container.registerInstance<Machine['newPerson']>(
    personsToken,
    clock === 'own' ? randomPerson : personOfCommand
  )
  container.register<Machine>(machineToken, {
    useFactory: instanceCachingFactory(wired => ({
      pause: jitteredPause,
      now: machineClock,
      newCommandId,
      newPerson: wired.resolve<Machine['newPerson']>(personsToken),
      offsetAt,
      inZone,
      clock: wired.resolve<Clock>(clockToken)
    }))
  })
  return container.resolve<Machine>(machineToken)
}
