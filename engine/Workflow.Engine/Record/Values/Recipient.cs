namespace Workflow.Engine.Record.Values;

/// <summary>
/// For whom a case is, or to whom a copy went: a person, a party, an office, or whoever holds a post. Rows keep it as one text, which only
/// this type writes, and by which they are found again.
/// </summary>
public sealed record Recipient
{
    private Recipient(string written) => Written = written;

    /// <summary>The text of the rows.</summary>
    public string Written { get; }

    /// <summary>A natural person.</summary>
    /// <param name="id">Their id in the register.</param>
    public static Recipient Person(string id) => new($"person {id}");

    /// <summary>A party to the case.</summary>
    /// <param name="id">The person's id in the register.</param>
    public static Recipient Party(string id) => new($"party {id}");

    /// <summary>Whoever holds any post of an office.</summary>
    /// <param name="organisation">The organisation that the office is.</param>
    public static Recipient Office(string organisation) => new($"office {organisation}");

    /// <summary>Whoever holds a post.</summary>
    public static Recipient Post(Post post) => new($"post {post.Organisation} {post.Role}");

    /// <summary>Returns the text of the rows.</summary>
    public override string ToString() => Written;
}
