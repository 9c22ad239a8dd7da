/** The product's mark: a notebook and its ribbon. */
export const Mark = ({ size = 34 }: { readonly size?: number }) => (
  <svg className="mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
    <path className="mark-cover" d="M7 3h17a3 3 0 0 1 3 3v20a3 3 0 0 1-3 3H7z" />
    <path className="mark-spine" d="M5 3h4v26H5z" />
    <path className="mark-ribbon" d="M18 3h5v14l-2.5-2.5L18 17z" />
  </svg>
)
