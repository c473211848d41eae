/** The dot of a node type, as the graph draws it. */
export function Dot({ colour }: { colour: string }) {
  return (
    <svg class="dot" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <circle cx="6" cy="6" r="5.5" fill={colour} />
    </svg>
  )
}
