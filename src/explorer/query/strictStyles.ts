/**
 * The editor makes style elements, and writes HTML with style attributes; the policy of the page allows neither inline. So style
 * elements get the nonce of this response, and attributes are set through the object model, which the policy allows.
 * Imported first, before anything makes an element.
 */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''
const createElement = Document.prototype.createElement
const held = 'data-held-style'

Document.prototype.createElement = function create(this: Document, ...given: [string, ElementCreationOptions?]) {
  const element = createElement.apply(this, given)
  if (element instanceof HTMLStyleElement) element.nonce = nonce
  return element
} as typeof createElement

const inner = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML')!
Object.defineProperty(Element.prototype, 'innerHTML', {
  ...inner,
  set(this: Element, markup: string) {
    inner.set!.call(this, hold(markup))
    release(this)
  },
})

const insertAdjacent = Element.prototype.insertAdjacentHTML
Element.prototype.insertAdjacentHTML = function insert(this: Element, where: InsertPosition, markup: string) {
  insertAdjacent.call(this, where, String(hold(markup)))
  release(where === 'beforebegin' || where === 'afterend' ? (this.parentElement ?? this) : this)
}

/** Takes style attributes away under another name; trusted markup of the editor's own is text all the same. */
function hold(markup: unknown): unknown {
  const text = String(markup ?? '')
  return text.includes('style=') ? text.replace(/(<[^>]*?\s)style=(?=["'])/g, `$1${held}=`) : markup
}

function release(root: Element): void {
  for (const element of root.querySelectorAll<HTMLElement>(`[${held}]`)) {
    element.style.cssText = element.getAttribute(held) ?? ''
    element.removeAttribute(held)
  }
}
