// Tests empty their database, so each worker of the run has one of its own.
const addresses = JSON.parse(process.env.PACTA_TEST_ADDRESSES)
const { uri, password } = addresses[Number(process.env.JEST_WORKER_ID) - 1]
process.env.PACTA_TEST_URI = uri
process.env.PACTA_TEST_PASSWORD = password
