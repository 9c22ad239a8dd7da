import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { post, problem, useAnySession } from '../api/index.ts'
import { Door } from '../app/Door.tsx'
import { Button, LinkButton, Notice } from '../design/index.ts'

/** What the mailed link opens. Only the button signs in: mail scanners open links, they press no button. */
export default function EnterPage() {
  const { token = '' } = useParams()
  const { reload } = useAnySession()
  const navigate = useNavigate()
  const [refused, setRefused] = useState<string>()
  const [pending, setPending] = useState(false)
  const enter = async () => {
    setPending(true)
    const answer = await post('/sign-in/token', { token })
    if (!('value' in answer)) {
      setPending(false)
      return setRefused(problem(answer))
    }
    await reload()
    await navigate('/', { replace: true })
  }
  return (
    <Door title="Vous y êtes presque" intro="Un dernier geste, pour être sûr que c’est bien vous qui entrez.">
      {refused && (
        <Notice kind="error" live acts={<LinkButton to="/">Demander un nouveau lien</LinkButton>}>
          <p>{refused}</p>
        </Notice>
      )}
      <div>
        <Button kind="primary" size="large" after="arrow-right" isPending={pending} onPress={() => void enter()}>
          Entrer dans Carnet
        </Button>
      </div>
    </Door>
  )
}
