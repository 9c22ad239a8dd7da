/** How pages talk to the server. */
export { type Answer, get, patch, post, problem, put, remove, upload } from './client.ts'
export { drawKey, PAGE } from './draw.ts'
export { SessionProvider, useAnySession, useSession } from './session.tsx'
export { useAgain } from './use-again.ts'
export { type Loaded, useApi } from './use-api.ts'
export { useLive } from './use-live.ts'
