/** @jsxImportSource react */
import './strictStyles.ts'
import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import './query.css'
import { createRoot } from 'react-dom/client'
import { leaveEditors } from './leaveEditors.ts'
import { mendRoles } from './mendRoles.ts'
import { QueryPage } from './QueryPage.tsx'

const root = document.getElementById('query')!
mendRoles(document.body)
leaveEditors(document.body)
createRoot(root).render(<QueryPage />)
