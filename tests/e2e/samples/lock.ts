/** Talks about a lock, as an agency reports them: every quotation by a minister who is named in different ways. */
export const lockText = `Ilse Maren: lock agreement ready to be signed

The Tarnish Minister of Waterways, Ilse Maren, has announced that the agreement on the shared lock is ready to be signed. The news follows a report from the secretary of the river council, Oskar Lindqvist, about the talks held in Brookhaven.

"Oskar Lindqvist reported yesterday on what our delegation achieved in Brookhaven. The text on the lock is ready to be signed by both banks, and we went through the papers on dredging as well," Maren stated.

"We understand that the northern side will speak with the bargemen, and we expect to hear whether they are ready to wait for the spring," the minister noted.

Maren added that the delegation would say more upon its return to Tarn.

"We are telling our neighbours what the floods have done to the towpath. Whoever builds a lock must show that the gates will hold," Maren said. "And the gates are not even painted."
`
