/** Name of the user's code in stacks of errors. */
export const codeName = 'lambda.js'
