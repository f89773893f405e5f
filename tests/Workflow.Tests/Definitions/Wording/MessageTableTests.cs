using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Workflow.Definitions.Wording;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;
using Workflow.Engine.Record.Refusals;
using Workflow.Host;
using Workflow.Mining.Logs;
using Workflow.Storage.Running;

namespace Workflow.Tests.Definitions.Wording;

/// <summary>
/// Every code that is raised has its row and every row its code; every value is shown, and every place has its value; each
/// language speaks itself. The factories of messages are found in the compiled types and called with small samples.
/// </summary>
public sealed partial class MessageTableTests
{
    /// <summary>Values that no sentence shows yet: two for whoever reads the JSON, and one to be shown or to be left out.</summary>
    private static readonly string[] Unspoken = ["verify.draws_unreadable: detail", "again.undecidable: detail", "silence.whole: whole"];

    /// <summary>English rows that name the Chinese words which a definition must hold.</summary>
    private static readonly string[] NamesChinese = ["basis.statutory_label", "help.due"];

    private const string Mark = "§";

    private static readonly Message Phrase = new("thing.step");

    private static readonly Assembly[] Assemblies =
    [
        typeof(Refusal).Assembly,
        typeof(MessageTable).Assembly,
        typeof(XesReader).Assembly,
        typeof(CaseRunner).Assembly,
        typeof(Server).Assembly,
    ];

    private static readonly MessageTable Table = MessageTable.Of(Assemblies);

    private static readonly IReadOnlyList<Message> Made =
    [
        .. Assemblies.SelectMany(a => a.GetTypes()).Where(IsStatic).SelectMany(Factories).SelectMany(Messages),
    ];

    private static IEnumerable<string> Codes => Table.Rows.Keys.Order(StringComparer.Ordinal);

    [Test]
    public void Every_factory_has_its_row()
    {
        Assert.That(Made, Has.Count.GreaterThan(300));
        Assert.That(Made.Select(m => m.Code).Where(c => !Table.Rows.ContainsKey(c)).Distinct(), Is.Empty);
    }

    [Test]
    public void Every_refusal_has_its_status()
    {
        var refusals = Assemblies
            .SelectMany(a => a.GetTypes())
            .Where(IsStatic)
            .SelectMany(Factories)
            .Where(f => f.ReturnType == typeof(Refusal))
            .SelectMany(Messages);
        Assert.That(refusals.Select(m => m.Code).Distinct().Where(c => Table.Rows[c].Status is null), Is.Empty);
    }

    [Test]
    public void Every_row_has_a_code_that_is_raised()
    {
        var made = Made.Select(m => m.Code).ToHashSet(StringComparer.Ordinal);
        var written = string.Join('\n', Sources().Select(File.ReadAllText));
        bool IsWritten(string code) =>
            written.Contains($"\"{code}\"", StringComparison.Ordinal)
            || Beginnings(code).Any(b => written.Contains($"$\"{b}{{", StringComparison.Ordinal));
        Assert.That(Codes.Where(c => !made.Contains(c) && !IsWritten(c)), Is.Empty);
    }

    [Test]
    public void Every_place_has_its_value_and_every_value_is_shown_in_both_languages()
    {
        var made = Made.Where(m => Table.Rows.ContainsKey(m.Code)).ToList();
        Assert.That(made.Where(m => !Variants(m).Any(IsSaid)), Is.Empty, "a place without its value, or a value of another kind");
        Assert.That(made.SelectMany(Unshown).Distinct().Except(Unspoken), Is.Empty, "values that no sentence shows");
    }

    private static IEnumerable<string> Unshown(Message message)
    {
        var shown = Table.Rows[message.Code].Templates.SelectMany(t => t.Names).Append(MessageTable.Way).ToHashSet(StringComparer.Ordinal);
        return message.Values.Where(v => !shown.Contains(v.Name)).Select(v => $"{message.Code}: {v.Name}");
    }

    [TestCaseSource(nameof(Codes))]
    public void Each_language_speaks_itself(string code)
    {
        var row = Table.Rows[code];
        foreach (var text in new[] { row.Zh, row.WayZh }.OfType<Template>().Select(Plain))
            Assert.That(LatinWord().Count(text) < 3 || Tongues.Chinese().IsMatch(text), Is.True, $"{code}: {text}");
        foreach (var text in new[] { row.En, row.WayEn }.OfType<Template>().Select(Plain))
            Assert.That(
                Tongues.Chinese().IsMatch(Example().Replace(text, "")) && !NamesChinese.Contains(code),
                Is.False,
                $"{code}: {text}"
            );
        Assert.That(row.WayZh is null, Is.EqualTo(row.WayEn is null), $"{code}: a way out in one language only");
        foreach (var text in row.Templates.Select(Plain))
            Assert.That(text, Does.Not.Contain(".;").And.Not.Contain("。；").And.Not.EndsWith("..").And.Not.EndsWith("。。"), code);
    }

    // A code whose end is filled in where it is raised: one of the kinds of a closed set.
    private static IEnumerable<string> Beginnings(string code) =>
        Enumerable.Range(1, code.Length - 1).Where(i => code[i - 1] is '.' or '_').Select(i => code[..i]);

    // A factory that takes any value may mean a list or a number by it, and so may a message inside another.
    private static IEnumerable<Message> Variants(Message message) =>
        message.Values.Aggregate(
            new[] { ImmutableArray<(string, MessageValue)>.Empty }.AsEnumerable(),
            (sofar, value) => sofar.SelectMany(values => Variants(value.Value).Select(v => values.Add((value.Name, v)))),
            all => all.Select(values => new Message(message.Code, values.AsSpan()))
        );

    private static IEnumerable<MessageValue> Variants(MessageValue value) =>
        value switch
        {
            WordsValue { Text: Mark } => [value, MessageValue.List([Mark, Mark]), 2],
            PhraseValue phrase => Variants(phrase.Phrase).Select(p => new PhraseValue(p)),
            _ => [value],
        };

    private static bool IsSaid(Message message)
    {
        try
        {
            return Table.Say(message, Language.Zh).Sentence.Length + Table.Say(message, Language.En).Sentence.Length > 0;
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidCastException or FormatException)
        {
            return false;
        }
    }

    private static bool IsStatic(Type type) => type is { IsAbstract: true, IsSealed: true } && !type.IsGenericType;

    private static IEnumerable<MethodInfo> Factories(Type type) =>
        type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(m => !m.IsPrivate && !m.IsGenericMethod && (m.ReturnType == typeof(Message) || m.ReturnType == typeof(Refusal)))
            .Where(m => m.GetParameters().All(p => Samples(p).Count > 0));

    // One call with every value, and one with every value that may be missing left out.
    private static IEnumerable<Message> Messages(MethodInfo factory)
    {
        foreach (var pick in new[] { 0, 1 })
        {
            var arguments = factory
                .GetParameters()
                .Select(p => Samples(p) is var samples ? samples[Math.Min(pick, samples.Count - 1)] : null)
                .ToArray();
            object? made;
            try
            {
                made = factory.Invoke(null, arguments);
            }
            catch (TargetInvocationException)
            {
                // A sample that this one cannot take; others call it.
                continue;
            }

            var message = made as Message ?? (made as Refusal)?.Message;
            if (message is not null && !arguments.Contains(message) && message.Code != Mark && message.Code != Phrase.Code)
                yield return message;
        }
    }

    private static List<object?> Samples(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        object? sample =
            type == typeof(string) ? Mark
            : type == typeof(int) ? 2
            : type == typeof(long) ? 2L
            : type == typeof(decimal) ? 2m
            : type == typeof(bool) ? true
            : type == typeof(char) ? '：'
            : type == typeof(DateOnly) ? new DateOnly(2026, 5, 5)
            : type == typeof(DateTimeOffset) ? new DateTimeOffset(2026, 5, 5, 9, 0, 0, TimeSpan.Zero)
            : type == typeof(Period) ? new Period(2, PeriodUnit.Days)
            : type == typeof(Message) ? Phrase
            : type == typeof(NameValue) ? new NameValue(Mark, Mark, Mark)
            : type == typeof(MessageValue) ? new WordsValue(Mark)
            : type == typeof(ListValue) ? (ListValue)MessageValue.List([Mark, Mark])
            : type.IsEnum ? Enum.GetValues(type).GetValue(0)
            : type.IsAssignableFrom(typeof(string[])) ? new[] { Mark, Mark }
            : type.IsAssignableFrom(typeof(MessageValue[])) ? new MessageValue[] { new WordsValue(Mark) }
            : type.IsAssignableFrom(typeof(NameValue[])) ? new[] { new NameValue(Mark, Mark, Mark) }
            : type == typeof(ImmutableArray<string>) ? ImmutableArray.Create(Mark, Mark)
            : null;
        var isNullable =
            Nullable.GetUnderlyingType(parameter.ParameterType) is not null
            || new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
        return sample is null
            ? isNullable
                ? [null]
                : []
            : isNullable
                ? [sample, null]
                : type == typeof(bool)
                    ? [true, false]
                    : [sample];
    }

    private static string Plain(Template template) => template.Text;

    private static IEnumerable<string> Sources() =>
        new[] { "engine", "host" }.SelectMany(f =>
            Directory.EnumerateFiles(Path.Combine(Repository.Root, f), "*.cs", SearchOption.AllDirectories)
        );

    // A number as documents bear it has no English form.
    [GeneratedRegex(@"[^ ]+〔[^ ]+〕[^ ]+", RegexOptions.CultureInvariant)]
    private static partial Regex Example();

    [GeneratedRegex(@"[A-Za-z]{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex LatinWord();
}
