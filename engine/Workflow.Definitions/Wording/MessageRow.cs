namespace Workflow.Definitions.Wording;

/// <summary>The words of one code.</summary>
/// <param name="Code">The code.</param>
/// <param name="Status">The HTTP status of a refusal; null for what is never an answer to a request.</param>
/// <param name="Zh">The Chinese sentence.</param>
/// <param name="En">The English sentence.</param>
/// <param name="WayZh">What to do instead, in Chinese; null when there is nothing.</param>
/// <param name="WayEn">What to do instead, in English; null when there is nothing.</param>
public sealed record MessageRow(string Code, int? Status, Template Zh, Template En, Template? WayZh, Template? WayEn)
{
    /// <summary>The file of the table that it stands in, without its ending, such as <c>read-steps</c>.</summary>
    public string Chapter { get; init; } = "";

    /// <summary>The exit code of a verb that ends with it, where it is another than that of what could not be done; null elsewhere.</summary>
    public int? Exit { get; init; }

    /// <summary>Whether it is a sentence of its own, and no phrase of others.</summary>
    public bool IsSentence => En.Text.EndsWith('.');

    /// <summary>Every template of the row.</summary>
    public IEnumerable<Template> Templates => new[] { Zh, En, WayZh, WayEn }.OfType<Template>();

    internal Template Sentence(Language language) => language == Language.Zh ? Zh : En;

    internal Template? Way(Language language) => language == Language.Zh ? WayZh : WayEn;
}

/// <summary>A message in one language.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="WayOut">What to do instead; null when there is nothing.</param>
public sealed record Said(string Sentence, string? WayOut)
{
    /// <summary>What the article behind it says, with its citation; null where there is none.</summary>
    public string? Law { get; init; }

    /// <summary>Returns sentence, way out and law on one line; after a Chinese full stop there is no space.</summary>
    public override string ToString() => Beside(Beside(Sentence, WayOut), Law);

    private static string Beside(string first, string? second) =>
        second is null ? first
        : first.EndsWith('。') ? first + second
        : $"{first} {second}";
}
