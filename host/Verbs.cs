using System.CommandLine;
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

    /// <summary>Runs one verb. Exit 0 done, 1 it could not be done or something was found, 2 misused or unreadable, 130 cancelled.</summary>
    public static async Task<int> Run(string[] args, Terminal terminal, CancellationToken cancellation = default)
    {
        terminal = terminal with { Words = Words.In(AskedLanguage(args)) };
        var parsed = All(terminal).Parse(args);
        // The list of verbs shows one line each; a verb's own help shows everything.
        foreach (var verb in parsed.CommandResult.Command.Subcommands) verb.Description = verb.Description!.Split('\n')[0];
        if (parsed.Errors.Count == 0) return await Run(parsed, terminal, cancellation);
        terminal.Tell("verb.misused", ("found", OneLine(parsed.Errors[0].Message)));
        return Misused;
    }

    private static async Task<int> Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            var invocation = new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(invocation, cancellation);
        }
        catch (Exception e) when (VerbFaults.Of(e) is { } fault)
        {
            terminal.Error.WriteLine(terminal.Words.Say(fault.Told));
            return fault.Exit;
        }
    }

    // Read before the rest: the help of every verb is in that language.
    private static string AskedLanguage(string[] args)
    {
        var at = Array.FindLastIndex(args, a => a == LanguageOption || a.StartsWith(LanguageOption + "=", StringComparison.Ordinal));
        if (at < 0) return "";
        return args[at] == LanguageOption ? args.ElementAtOrDefault(at + 1) ?? "" : args[at][(LanguageOption.Length + 1)..];
    }

    private static Option<string> Language(Terminal terminal)
    {
        var language = new Option<string>(LanguageOption) { Description = terminal.Words["option.language"], Recursive = true, DefaultValueFactory = _ => "zh" };
        language.AcceptOnlyFromAmong("zh", "en");
        return language;
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Every verb with its options.</summary>
    public static RootCommand All(Terminal terminal)
    {
        var serve = ServeVerb.Make(terminal);
        var root = new RootCommand(Help.Root)
        {
            serve,
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
        // Without a verb it serves.
        foreach (var option in serve.Options) root.Add(option);
        foreach (var validator in serve.Validators) root.Validators.Add(validator);
        root.Add(Language(terminal));
        root.Action = serve.Action;
        return root;
    }
}
