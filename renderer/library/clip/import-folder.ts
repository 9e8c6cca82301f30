import { useTranslation } from 'react-i18next'
import { toast } from '../../ui/toast/toast.ts'
import { clipQueue } from './clip-queue.ts'
import { articlesOfFolder, type FolderFile } from './folder-files.ts'

/** Imports the articles of a folder, or says that there are none. */
export function useImportFolder(): (files: readonly FolderFile[]) => void {
  const { t } = useTranslation()
  return (files) => {
    if (files.length === 0) toast.show({ message: t('library.emptyFolder') })
    else clipQueue.import(files)
  }
}

/** Lets the user choose a folder; answers nothing where they choose none. Works while a click or key is being handled. */
export function chooseFolder(onChosen: (files: FolderFile[]) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.webkitdirectory = true
  input.addEventListener('change', () => onChosen(articlesOfFolder(input.files ?? [])))
  input.click()
}
