import { jest } from '@jest/globals'

// Tests run real processes, a real database and a real browser on whatever machine there is. One that fails is run once more,
// and both failures are shown; what fails twice has failed.
jest.retryTimes(1, { logErrorsBeforeRetry: true })
