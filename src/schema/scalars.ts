import { GraphQLScalarType, Kind } from 'graphql'

const datePattern = /^\d{4}-\d{2}-\d{2}$/
const dateTimePattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

/** Whether a text is a real calendar day in ISO 8601, so not the 30th of February. */
export function isDate(text: string): boolean {
  if (!datePattern.test(text)) return false
  const parsed = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text)
}

/** Whether a text is an instant in ISO 8601 with its offset. */
export function isDateTime(text: string): boolean {
  return dateTimePattern.test(text) && isDate(text.slice(0, 10)) && !Number.isNaN(Date.parse(text))
}

/** A day: ISO 8601, `2018-06-11`. */
export const DateScalar = textScalar('Date', 'A day in ISO 8601: `2018-06-11`.', isDate, 'a day like 2018-06-11')

/** An instant: ISO 8601 with an offset, `2018-06-11T10:00:00Z`. */
export const DateTimeScalar = textScalar(
  'DateTime',
  'An instant in ISO 8601 with its offset: `2018-06-11T10:00:00Z`.',
  isDateTime,
  'an instant like 2018-06-11T10:00:00Z',
)

function textScalar(
  name: string,
  description: string,
  accepts: (text: string) => boolean,
  expected: string,
): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    if (typeof value === 'string' && accepts(value)) return value
    // A plain error: graphql-js adds the place in the document or in the variables to it.
    throw new TypeError(`It takes ${expected}, a day that exists.`)
  }
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: value => String(value),
    parseValue: parse,
    parseLiteral: node => parse(node.kind === Kind.STRING ? node.value : 'value' in node ? node.value : node.kind),
  })
}
