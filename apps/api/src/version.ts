import about from '../package.json' with { type: 'json' }

/** Version of the API, told in every answer's `API-Version`. */
export const VERSION: string = about.version
