module github.com/pipalint/pipalint

go 1.26
