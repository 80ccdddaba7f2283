import '@fontsource-variable/source-sans-3/index.css'
import './ui/tokens.css'
import './ui/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'

const place = document.getElementById('root')
if (!place) throw new Error('index.html: expected an element with id root')
createRoot(place).render(<App />)
