/** The platform's decider: initial state, decisions and evolution. */
export { decidePlatform } from './decide'
export { evolvePlatform } from './evolve'
export { initialPlatformState } from './state'
