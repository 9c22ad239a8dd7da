import { useState } from 'react'
import { post, problem } from '../api/index.ts'
import { Button, Notice } from '../design/index.ts'

/** By the account that the person already has elsewhere: the server says where to go. */
export function ProviderWay({ name }: { readonly name: string }) {
  const [refused, setRefused] = useState<string>()
  const [pending, setPending] = useState(false)
  const leave = async () => {
    setPending(true)
    const answer = await post<{ readonly url: string }>('/sign-in/oidc')
    if ('value' in answer) return location.assign(answer.value.url)
    setPending(false)
    setRefused(problem(answer))
  }
  return (
    <>
      {refused && (
        <Notice kind="error" live>
          <p>{refused}</p>
        </Notice>
      )}
      <Button icon="key" isPending={pending} onPress={() => void leave()}>
        Entrer avec {name}
      </Button>
    </>
  )
}
