import { signal } from '@preact/signals'
import type { Picture } from './picture.ts'

/** The picture that is shown, when the graph is. */
export const picture = signal<Picture | undefined>(undefined)
