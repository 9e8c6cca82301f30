import type { INumberingOptions } from 'docx'
import { step } from './styles.ts'

type NumberingConfig = INumberingOptions['config'][number]

/** The lists of a document: each one counts for itself. */
export interface Lists {
  bullets(): { reference: string; instance: number }
  numbers(start: number): { reference: string; instance: number }
  config(): NumberingConfig[]
}

const signs = ['•', '◦', '▪']
const formats = ['decimal', 'lowerLetter', 'lowerRoman'] as const

export function createLists(): Lists {
  const starts = new Set<number>()
  let instance = 0
  return {
    bullets: () => ({ reference: 'bullets', instance: ++instance }),
    numbers: (start) => {
      starts.add(start)
      return { reference: `numbers-${start}`, instance: ++instance }
    },
    config: () => [
      {
        reference: 'bullets',
        levels: levels((level) => ({ format: 'bullet', text: signs[level % 3] ?? '•' })),
      },
      ...[...starts].map((start) => ({
        reference: `numbers-${start}`,
        levels: levels((level) => ({
          format: formats[level % 3] ?? 'decimal',
          text: `%${level + 1}.`,
          start,
        })),
      })),
    ],
  }
}

function levels(of: (level: number) => Pick<NumberingConfig['levels'][number], 'format' | 'text' | 'start'>) {
  return Array.from({ length: 9 }, (_, level) => ({
    level,
    ...of(level),
    style: { paragraph: { indent: { left: (level + 1) * step, hanging: step } } },
  }))
}
