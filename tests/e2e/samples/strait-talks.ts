/** A report of a made-up negotiation, as a newspaper's plain-text service would send it. */
export const straitTalks = `Ports of the Ansa strait agree on dredging, and on little else

HALVIK, 4 March. Envoys of Halvik and Tornby ended two days of talks on the Ansa strait on Wednesday with a plan to dredge the eastern channel and no word on who may fish in it.

The plan shares the cost by tonnage. “Halvik will pay its half when Tornby opens its books on the harbour dues,” Halvik’s chief envoy, Ragna Sell, told reporters on the quay. “Not a crown before that.”

Tornby’s envoy, Jorun Aske, did not object. “Books are made to be opened,” she said. “What we cannot open is the northern shoal: it is closed to every net until the cod are back.”

The mediator, Per Lauvik, called the fishing question the only one left. A third round is to begin on 18 March in Tornby.

“I have seen ports go to court over less water than this,” Mr Lauvik said. “They know it, and that is why they stayed for dinner.”`

export const straitTitle = 'Ports of the Ansa strait agree on dredging, and on little else'
