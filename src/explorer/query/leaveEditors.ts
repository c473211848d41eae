/**
 * Lets Escape lead out of an editor, as Enter leads into it: Tab indents in there, so whoever has only a keyboard would not get out.
 * What lies over the editor, such as its suggestions, is closed first.
 */
export function leaveEditors(root: HTMLElement): void {
  root.addEventListener(
    'keydown',
    event => {
      const { key, target } = event
      if (key !== 'Escape' || !(target instanceof Element)) return
      const editor = target.closest<HTMLElement>('.graphiql-editor[tabindex]')
      if (editor && editor !== target && !root.querySelector('.suggest-widget.visible, .find-widget.visible')) editor.focus()
    },
    { capture: true },
  )
}
