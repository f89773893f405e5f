namespace Workflow.Storage.Access;

/// <summary>An act that its name says whole, such as an erasure.</summary>
/// <param name="Name">The name.</param>
public sealed record NamedAct(string Name) : AccessAct
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
