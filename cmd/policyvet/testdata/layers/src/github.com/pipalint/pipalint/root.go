package pipalint // want `package \. is not in the import table`
