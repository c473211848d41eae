/** @jsxImportSource react */
import './strictStyles.ts'
import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import './query.css'
import { createRoot } from 'react-dom/client'
import { QueryPage } from './QueryPage.tsx'

createRoot(document.getElementById('query')!).render(<QueryPage />)
