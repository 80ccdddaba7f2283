import type { Issue } from '@rumoer/contracts'
import { useEffect, useRef, useState } from 'react'
import { CHIMES, type Chime, chimeFor, NOTHING_HEARD } from './chime.ts'

export type Sound = { isOn: boolean; volume: number; turn(isOn: boolean): void; setVolume(volume: number): void; test(): void }

/** Loudest gain; the slider is a share of it. */
const LOUDEST = 0.6

/** The sound of the wall: off until somebody presses a button, because browsers demand it and rooms deserve it. */
export function useSound(issues: readonly Issue[], isReady: boolean, now: number): Sound {
  const [isOn, setOn] = useState(false)
  const [volume, setVolume] = useState(0.5)
  const audio = useRef<AudioContext | null>(null)
  const heard = useRef(NOTHING_HEARD)
  const play = (chime: Chime) => audio.current && ring(audio.current, chime, volume * LOUDEST)
  const playNow = useRef(play)
  playNow.current = play

  useEffect(() => {
    if (!isReady) return
    const next = chimeFor(heard.current, issues, now)
    heard.current = isOn || !next.chime ? next.heard : { ...next.heard, playedAt: heard.current.playedAt }
    if (isOn && next.chime) playNow.current(next.chime)
  }, [issues, isReady, isOn, now])

  useEffect(
    () => () => {
      void audio.current?.close()
    },
    [],
  )

  return {
    isOn,
    volume,
    setVolume,
    turn(next) {
      if (next) audio.current ??= new AudioContext()
      setOn(next)
    },
    test: () => play('urgent'),
  }
}

function ring(audio: AudioContext, chime: Chime, gain: number): void {
  for (const { hertz, fromMs, forMs } of CHIMES[chime]) {
    const from = audio.currentTime + fromMs / 1_000
    const until = from + forMs / 1_000
    const tone = audio.createOscillator()
    const loudness = audio.createGain()
    tone.frequency.value = hertz
    loudness.gain.setValueAtTime(0, from)
    loudness.gain.linearRampToValueAtTime(gain, from + 0.02)
    loudness.gain.linearRampToValueAtTime(0, until)
    tone.connect(loudness).connect(audio.destination)
    tone.start(from)
    tone.stop(until)
  }
}
