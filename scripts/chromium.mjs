// Where this machine's Chromium or Chrome is, for the browser tests and for the set-up that brings one.
import { existsSync } from 'node:fs'

const PLACES = [
  process.env.CARNET_CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

export const findChromium = () => PLACES.find(path => path !== '' && existsSync(path))
