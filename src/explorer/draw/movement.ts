/** How long the camera stands still, in milliseconds, until everything is drawn again. */
const pause = 140

/** Whether the camera moves, which the style sheet is told as well: of a crowded scene only dots are drawn while it does. */
export class Movement {
  private ending: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly container: HTMLElement,
    private readonly rest: () => void,
  ) {}

  get goesOn(): boolean {
    return this.ending !== undefined
  }

  /** Takes note that the camera has moved. */
  note(): void {
    clearTimeout(this.ending)
    this.container.classList.add('moving')
    this.ending = setTimeout(() => {
      this.stop()
      this.rest()
    }, pause)
  }

  stop(): void {
    clearTimeout(this.ending)
    this.ending = undefined
    this.container.classList.remove('moving')
  }
}
