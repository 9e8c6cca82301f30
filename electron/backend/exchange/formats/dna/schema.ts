/**
 * The tables of a `.dna` file of Discourse Network Analyzer 3 (https://github.com/leifeld-lab/dna), as it makes them; it
 * finds its own by name.
 */
const permissions = [
  'PermissionAddDocuments',
  'PermissionEditDocuments',
  'PermissionDeleteDocuments',
  'PermissionImportDocuments',
  'PermissionAddStatements',
  'PermissionEditStatements',
  'PermissionDeleteStatements',
  'PermissionEditAttributes',
  'PermissionEditRegex',
  'PermissionEditStatementTypes',
  'PermissionEditCoders',
  'PermissionEditCoderRelations',
  'PermissionViewOthersDocuments',
  'PermissionEditOthersDocuments',
  'PermissionViewOthersStatements',
  'PermissionEditOthersStatements',
] as const

/** Everything is allowed to everybody: the file is the analyst's own. */
export const allPermissions = Object.fromEntries(permissions.map((name) => [name, 1]))

export const schema = `
CREATE TABLE SETTINGS (Property TEXT PRIMARY KEY NOT NULL, Value TEXT);
CREATE TABLE CODERS (ID INTEGER PRIMARY KEY NOT NULL, Name TEXT NOT NULL, Red INTEGER NOT NULL DEFAULT 0,
  Green INTEGER NOT NULL DEFAULT 0, Blue INTEGER NOT NULL DEFAULT 0, Refresh INTEGER NOT NULL DEFAULT 0,
  FontSize INTEGER NOT NULL DEFAULT 14, Password TEXT, PopupWidth INTEGER DEFAULT 300,
  ColorByCoder INTEGER NOT NULL DEFAULT 0, PopupDecoration INTEGER NOT NULL DEFAULT 0,
  PopupAutoComplete INTEGER NOT NULL DEFAULT 1,
  ${permissions.map((name) => `${name} INTEGER NOT NULL DEFAULT 1`).join(',\n  ')});
CREATE TABLE CODERRELATIONS (ID INTEGER PRIMARY KEY NOT NULL, Coder INTEGER NOT NULL, OtherCoder INTEGER NOT NULL,
  viewStatements INTEGER NOT NULL DEFAULT 1, editStatements INTEGER NOT NULL DEFAULT 1,
  viewDocuments INTEGER NOT NULL DEFAULT 1, editDocuments INTEGER NOT NULL DEFAULT 1,
  FOREIGN KEY (Coder) REFERENCES CODERS (ID) ON DELETE CASCADE,
  FOREIGN KEY (OtherCoder) REFERENCES CODERS (ID) ON DELETE CASCADE, UNIQUE (Coder, OtherCoder));
CREATE TABLE DOCUMENTS (ID INTEGER PRIMARY KEY NOT NULL, Title TEXT NOT NULL, Text TEXT NOT NULL, Coder INTEGER,
  Author TEXT NOT NULL DEFAULT '', Source TEXT NOT NULL DEFAULT '', Section TEXT NOT NULL DEFAULT '',
  Notes TEXT NOT NULL DEFAULT '', Type TEXT NOT NULL DEFAULT '', Date INTEGER NOT NULL,
  FOREIGN KEY (Coder) REFERENCES CODERS (ID) ON DELETE CASCADE);
CREATE TABLE STATEMENTTYPES (ID INTEGER PRIMARY KEY NOT NULL, Label TEXT NOT NULL UNIQUE, Red INTEGER NOT NULL DEFAULT 0,
  Green INTEGER NOT NULL DEFAULT 0, Blue INTEGER NOT NULL DEFAULT 0);
CREATE TABLE VARIABLES (ID INTEGER PRIMARY KEY NOT NULL, Variable TEXT NOT NULL, DataType TEXT NOT NULL DEFAULT 'short text',
  StatementTypeId INTEGER, FOREIGN KEY (StatementTypeId) REFERENCES STATEMENTTYPES (ID) ON DELETE CASCADE,
  UNIQUE (Variable, StatementTypeId));
CREATE TABLE VARIABLELINKS (ID INTEGER PRIMARY KEY NOT NULL, SourceVariableId INTEGER NOT NULL,
  TargetVariableId INTEGER NOT NULL, FOREIGN KEY (SourceVariableId) REFERENCES VARIABLES (ID) ON DELETE CASCADE,
  FOREIGN KEY (TargetVariableId) REFERENCES VARIABLES (ID) ON DELETE CASCADE, UNIQUE (SourceVariableId, TargetVariableId));
CREATE TABLE REGEXES (Label TEXT PRIMARY KEY NOT NULL, Red INTEGER, Green INTEGER, Blue INTEGER);
CREATE TABLE STATEMENTS (ID INTEGER PRIMARY KEY NOT NULL, StatementTypeId INTEGER, DocumentId INTEGER,
  Start INTEGER NOT NULL, Stop INTEGER NOT NULL, Coder INTEGER,
  FOREIGN KEY (StatementTypeId) REFERENCES STATEMENTTYPES (ID) ON DELETE CASCADE,
  FOREIGN KEY (Coder) REFERENCES CODERS (ID) ON DELETE CASCADE,
  FOREIGN KEY (DocumentId) REFERENCES DOCUMENTS (ID) ON DELETE CASCADE);
CREATE TABLE ENTITIES (ID INTEGER PRIMARY KEY NOT NULL, VariableId INTEGER NOT NULL, Value TEXT NOT NULL DEFAULT '',
  Red INTEGER DEFAULT 0, Green INTEGER DEFAULT 0, Blue INTEGER DEFAULT 0, ChildOf INTEGER,
  FOREIGN KEY (ChildOf) REFERENCES ENTITIES (ID) ON DELETE CASCADE,
  FOREIGN KEY (VariableId) REFERENCES VARIABLES (ID) ON DELETE CASCADE, UNIQUE (VariableId, Value));
CREATE TABLE ATTRIBUTEVARIABLES (ID INTEGER PRIMARY KEY NOT NULL, VariableId INTEGER NOT NULL, AttributeVariable TEXT NOT NULL,
  FOREIGN KEY (VariableId) REFERENCES VARIABLES (ID) ON DELETE CASCADE, UNIQUE (VariableId, AttributeVariable));
CREATE TABLE ATTRIBUTEVALUES (ID INTEGER PRIMARY KEY NOT NULL, EntityId INTEGER NOT NULL, AttributeVariableId INTEGER NOT NULL,
  AttributeValue TEXT NOT NULL DEFAULT '', FOREIGN KEY (EntityId) REFERENCES ENTITIES (ID) ON DELETE CASCADE,
  FOREIGN KEY (AttributeVariableId) REFERENCES ATTRIBUTEVARIABLES (ID) ON DELETE CASCADE,
  UNIQUE (EntityId, AttributeVariableId));
CREATE TABLE DATABOOLEAN (ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL,
  Value INTEGER NOT NULL DEFAULT 1, FOREIGN KEY (StatementId) REFERENCES STATEMENTS (ID) ON DELETE CASCADE,
  FOREIGN KEY (VariableId) REFERENCES VARIABLES (ID) ON DELETE CASCADE, UNIQUE (StatementId, VariableId));
CREATE TABLE DATAINTEGER (ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL,
  Value INTEGER NOT NULL DEFAULT 0, FOREIGN KEY (StatementId) REFERENCES STATEMENTS (ID) ON DELETE CASCADE,
  FOREIGN KEY (VariableId) REFERENCES VARIABLES (ID) ON DELETE CASCADE, UNIQUE (StatementId, VariableId));
CREATE TABLE DATALONGTEXT (ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL,
  Value TEXT NOT NULL DEFAULT '', FOREIGN KEY (StatementId) REFERENCES STATEMENTS (ID) ON DELETE CASCADE,
  FOREIGN KEY (VariableId) REFERENCES VARIABLES (ID) ON DELETE CASCADE, UNIQUE (StatementId, VariableId));
CREATE TABLE DATASHORTTEXT (ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL,
  Entity INTEGER NOT NULL, FOREIGN KEY (StatementId) REFERENCES STATEMENTS (ID) ON DELETE CASCADE,
  FOREIGN KEY (VariableId) REFERENCES VARIABLES (ID) ON DELETE CASCADE,
  FOREIGN KEY (Entity) REFERENCES ENTITIES (ID) ON DELETE CASCADE, UNIQUE (StatementId, VariableId));
`

/**
 * A table of our own, which DNA does not know: what it has no place for, or only a short one, as JSON. By it a notebook comes
 * back with whole names, aliases, notes and ids.
 */
export const ownTable =
  'CREATE TABLE AIDEMEMOIRE (Kind TEXT NOT NULL, Id TEXT NOT NULL, Facts TEXT NOT NULL);'

export type DataType = 'short text' | 'long text' | 'integer' | 'boolean'

/** DNA's own statement type, and ours beside it for what DNA's has no variable for. */
export const statementTypes: readonly {
  label: string
  colour: readonly [number, number, number]
  variables: Record<string, DataType>
}[] = [
  {
    label: 'DNA Statement',
    colour: [239, 208, 51],
    variables: {
      person: 'short text',
      organization: 'short text',
      concept: 'short text',
      agreement: 'boolean',
    },
  },
  {
    label: 'Aide-Mémoire Statement',
    colour: [47, 93, 158],
    variables: {
      person: 'short text',
      organization: 'short text',
      concept: 'short text',
      stance: 'short text',
      agreement: 'integer',
      quote: 'short text',
      facts: 'long text',
      comment: 'long text',
      translations: 'long text',
    },
  },
]
