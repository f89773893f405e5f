using System.CommandLine;
using System.CommandLine.Help;
using Workflow.Definitions.Wording;
using Workflow.Host.Adoption;
using Workflow.Host.Cases;
using Workflow.Host.CommandLine;
using Workflow.Host.Deadlines;
using Workflow.Host.Definitions;
using Workflow.Host.Exports;
using Workflow.Host.Foresight;
using Workflow.Host.Identity;
using Workflow.Host.Migration;
using Workflow.Host.Mining;
using Workflow.Host.Proving;
using Workflow.Host.Replaying;
using Workflow.Host.Reviews;
using Workflow.Host.Seals;
using Workflow.Host.Stories;
using Workflow.Host.WhatIf;
using Workflow.Host.Wording;

namespace Workflow.Host;

/// <summary>The command line: every verb, and what becomes of errors.</summary>
public static class Verbs
{
    private const int Misused = 2;
    private const string LanguageOption = "--language";

    // A word that begins with @ is a word, and no file of more words.
    private static readonly ParserConfiguration Plain = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs one verb. Exit 0 done, 1 it could not be done or something was found, 2 misused or unreadable, 130 cancelled, 143 terminated.</summary>
    public static async Task<int> Run(string[] args, Terminal terminal, CancellationToken cancellation = default)
    {
        terminal = terminal.Visible() with { Words = Words.In(AskedLanguage(args)) };
        var parsed = All(terminal).Parse(args, Plain);
        var mistaken = Misuse.MistakenOption(parsed);
        if (parsed.Errors.Count == 0 && mistaken is null)
            return await Run(parsed, terminal, cancellation);
        var found = (mistaken ?? Misuse.Of(parsed)) is { } wrong ? terminal.Words.Tell(wrong) : parsed.Errors[0].Message;
        terminal.Tell("verb.misused", ("found", found));
        return Misused;
    }

    private static async Task<int> Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            var invocation = new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
            };
            return await parsed.InvokeAsync(invocation, cancellation);
        }
        catch (Exception e) when (VerbFaults.Of(e) is { } told)
        {
            terminal.Error.WriteLine(terminal.Words.Say(told.Message));
            return told.Exit;
        }
    }

    // Read before the rest: the help of every verb is in that language. What is no language is refused in Chinese.
    private static string AskedLanguage(string[] args)
    {
        var at = Array.FindLastIndex(args, a => a == LanguageOption || a.StartsWith(LanguageOption + "=", StringComparison.Ordinal));
        if (at < 0)
            return "";
        return args[at] == LanguageOption ? args.ElementAtOrDefault(at + 1) ?? "" : args[at][(LanguageOption.Length + 1)..];
    }

    private static Option<string> Language(Terminal terminal)
    {
        var language = new Option<string>(LanguageOption)
        {
            Description = terminal.Words["option.language"],
            Recursive = true,
            DefaultValueFactory = _ => "zh",
        };
        return language.Among(terminal, ["zh", "en"], tag => Languages.Find(tag) is not null);
    }

    private static void Speak(RootCommand root, Words words)
    {
        foreach (var help in root.Options.OfType<HelpOption>())
            (help.Description, help.Action) = (words.Tell("usage.help"), new HelpPage(words));
        foreach (var version in root.Options.OfType<VersionOption>())
            version.Description = words.Tell("usage.version");
    }

    /// <summary>Every verb with its options, as one list in the order of the help.</summary>
    public static RootCommand All(Terminal terminal)
    {
        var root = new RootCommand(terminal.Words.Tell("help.root"))
        {
            ServeVerb.Make(terminal),
            LintVerb.Make(terminal),
            TestVerb.Make(terminal),
            RunVerb.Make(terminal),
            DueVerb.Make(terminal),
            CasesVerb.Make(terminal),
            ReplayVerb.Make(terminal),
            WhyVerb.Make(terminal),
            NextVerb.Make(terminal),
            AdoptVerb.Make(terminal),
            MigrateVerb.Make(terminal),
            VerifyVerb.Make(terminal),
            RebuildVerb.Make(terminal),
            ReadjudicateVerb.Make(terminal),
            WhatIfVerb.Make(terminal),
            SealVerb.Make(terminal),
            ExportVerb.Make(terminal),
            EraseVerb.Make(terminal),
            TokenVerb.Make(terminal),
            ConformVerb.Make(terminal),
            StatsVerb.Make(terminal),
            ReviewVerb.Make(terminal),
        };
        root.Action = new HelpPage(terminal.Words, Misused);
        root.Add(Language(terminal));
        Speak(root, terminal.Words);
        return root;
    }
}
