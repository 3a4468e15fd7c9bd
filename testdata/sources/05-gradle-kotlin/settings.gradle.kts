rootProject.name = "moida"
include(":app", ":core")
