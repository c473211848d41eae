/**
 * GraphiQL makes each of its tabs a tab that holds a button, and gives the entries of its history a name without their words;
 * readers of a screen are then told of things within things, or not what they choose. So the tabs become a list of buttons, one
 * of them the current one, and the names say the words.
 */
export function mendRoles(root: HTMLElement): void {
  const watch = new MutationObserver(() => mend(root))
  watch.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ['role', 'class', 'aria-label'] })
}

function mend(root: HTMLElement): void {
  for (const list of root.querySelectorAll('.graphiql-tabs[role]')) list.removeAttribute('role')
  for (const tab of root.querySelectorAll('.graphiql-tab')) {
    tab.removeAttribute('role')
    tab.removeAttribute('aria-selected')
    const button = tab.querySelector('button')
    const current = tab.classList.contains('graphiql-tab-active')
    if (button && (button.getAttribute('aria-current') === 'true') !== current)
      button.setAttribute('aria-current', String(current))
  }
  for (const panel of root.querySelectorAll('#graphiql-session[role="tabpanel"]')) panel.setAttribute('role', 'region')
  for (const entry of root.querySelectorAll('.graphiql-history-item-label')) {
    const words = entry.textContent ?? ''
    const name = entry.getAttribute('aria-label')
    if (name && !name.includes(words)) entry.setAttribute('aria-label', `${words}: ${name}`)
  }
}
