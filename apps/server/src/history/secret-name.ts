const telling =
  /passw|passcode|passphrase|pwd|secret|token|api[-_ ]?key|authori[sz]ation|cookie|credential|private[-_ ]?key|signature|^(otp|pin|cvv|cvc|ssn|iban)$|card[-_ ]?number/i

/** Whether what has that name (an input, a header, a member of a body) is taken for a secret, however it is declared. */
export const isSecretName = (name: string): boolean => telling.test(name)
