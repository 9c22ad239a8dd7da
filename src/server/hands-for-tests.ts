import { expect } from 'vitest'
import type { JobCard, SetState, UploadCard } from '../contract/sets.ts'
import type { Browser, TestApp } from './app-for-tests.ts'

const API = '/api/atelier'

/** What a page does, with answers already checked to be good. */
export interface Hands {
  readonly browser: Browser
  get<T>(path: string): Promise<T>
  post<T>(path: string, body: object): Promise<T>
  patch<T>(path: string, body: object): Promise<T>
  remove<T>(path: string): Promise<T | undefined>
  /** Once read, however long that takes on a busy machine. */
  upload(name: string, bytes: Uint8Array | string): Promise<UploadCard[]>
  uploadAll(files: readonly (readonly [name: string, bytes: Uint8Array | string])[]): Promise<UploadCard[]>
  paste(text: string): Promise<UploadCard[]>
  /** The set once no job works on it any more. */
  settled(slug: string): Promise<SetState>
  job(id: string): Promise<JobCard>
}

export function handsOf(test: TestApp, browser: Browser = test.browser()): Hands {
  const answer = async <T>(asked: ReturnType<Browser['get']>): Promise<T> => {
    const { statusCode, body } = await asked
    expect(statusCode, body).toBeLessThan(300)
    return (body === '' ? undefined : JSON.parse(body)) as T
  }
  const read = (cards: UploadCard[]): Promise<UploadCard[]> =>
    Promise.all(
      cards.map(({ id }) =>
        untilDone(
          () => hands.get<UploadCard>(`/uploads/${id}`),
          card => card.reading === undefined,
        ),
      ),
    )
  const hands: Hands = {
    browser,
    get: path => answer(browser.get(API + path)),
    post: (path, body) => answer(browser.post(API + path, body)),
    patch: (path, body) => answer(browser.patch(API + path, body)),
    remove: path => answer(browser.delete(API + path)),
    upload: async (...file) => read(await answer(browser.ask('POST', `${API}/uploads`, multipart([file])))),
    paste: async text => read(await answer(browser.post(`${API}/uploads`, { text }))),
    uploadAll: async files => read(await answer(browser.ask('POST', `${API}/uploads`, multipart(files)))),
    settled: slug =>
      untilDone(
        () => hands.get<SetState>(`/sets/${slug}`),
        state => state.job === undefined,
      ),
    job: id =>
      untilDone(
        () => hands.get<JobCard>(`/jobs/${id}`),
        job => job.state !== 'queued' && job.state !== 'running',
      ),
  }
  return hands
}

async function untilDone<T>(ask: () => Promise<T>, done: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask()
    if (done(answer)) return answer
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

/** A form with files, as browsers write it. */
export function multipart(files: readonly (readonly [name: string, bytes: Uint8Array | string])[]) {
  const boundary = 'carnet-test-boundary'
  const parts = files.flatMap(([name, bytes]) => [
    `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    bytes,
    '\r\n',
  ])
  return {
    payload: Buffer.concat([...parts, `--${boundary}--\r\n`].map(part => Buffer.from(part))),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}
