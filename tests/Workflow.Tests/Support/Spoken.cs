namespace Workflow.Tests.Support;

/// <summary>The language of a verb under test: English where a test names none, although the program's own default is Chinese.</summary>
internal static class Spoken
{
    internal static string[] In(string[] args, string language = "en") => args.Contains("--language") ? args : [.. args, "--language", language];
}
