import { buildWall } from '../../../../apps/api/src/start/build-wall.ts'

/** Builds the wall as the server does at its start, so that the browser tests find it ready. */
const built = await buildWall(() => console.log('building the wall …'))
console.log(built ? 'built' : 'unchanged since the last build')
