import { useState } from 'react'
import type { Spot } from '../../../../src/core/places/spot.ts'

/** Beyond this, a phone does not know on which side of the street it is. */
const GOOD_METRES = 50

const SENTENCES: Readonly<Record<number, string>> = {
  1: 'Votre appareil n’a pas donné sa position : autorisez-la pour cette page, ou placez le point sur la carte.',
  2: 'Votre appareil ne sait pas où il est : réessayez dehors, ou placez le point sur la carte.',
  3: 'Votre appareil cherche encore sa position : réessayez dehors, ou placez le point sur la carte.',
}

/** Where the person stands, when she asks for it. */
export function useHere(onFound: (spot: Spot) => void) {
  const [waiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState<string>()
  const ask = () => {
    if (!navigator.geolocation) return setProblem(SENTENCES[2])
    setWaiting(true)
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude, accuracy } }) => {
        setWaiting(false)
        setProblem(
          accuracy > GOOD_METRES ? `Position à ${Math.round(accuracy)} m près : vérifiez-la sur la carte.` : undefined,
        )
        onFound({ longitude, latitude })
      },
      ({ code }) => {
        setWaiting(false)
        setProblem(SENTENCES[code] ?? SENTENCES[2])
      },
      { enableHighAccuracy: true, timeout: 15_000 },
    )
  }
  return { ask, waiting, problem }
}
