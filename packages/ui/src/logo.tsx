/** Three stones, one on another. */
export const Logo = ({ size = 28 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="shrink-0 text-accent">
    <path
      fill="currentColor"
      d="M4.2 25.6c0-2.6 4.6-4.4 11.6-4.4s12 1.7 12 4.3c0 2.3-4.4 3.7-11.9 3.7-7.2 0-11.700-1.300-11.700-3.6Z"
    />
    <path
      fill="currentColor"
      opacity=".72"
      d="M8 17.1c.2-2.5 3.700-4.2 8.700-4 4.5.2 7.6 1.9 7.5 4.100-.1 2.100-3.5 3.300-8.5 3.200-4.700-.1-7.900-1.300-7.700-3.3Z"
    />
    <path
      fill="currentColor"
      opacity=".46"
      d="M11.6 8.3c.4-2.9 2.500-5 5.200-4.8 2.5.2 4.3 2.3 4 4.900-.3 2.500-2.2 3.900-4.9 3.800-2.800-.1-4.600-1.600-4.300-3.9Z"
    />
  </svg>
)
