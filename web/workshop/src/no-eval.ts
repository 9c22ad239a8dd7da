/**
 * zod tries whether it may compile code with `new Function`. The policy of the page forbids it, and each try is reported as an attack would be: zod
 * reads this when it is loaded, and does not try.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

export {}
