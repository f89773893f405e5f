namespace Workflow.Host.Opening;

/// <summary>What lies inside the program: words, pictures of pages, the texts of the host's tables.</summary>
internal static class Embedded
{
    /// <summary>Opens something by the name that the project file gives it.</summary>
    /// <exception cref="InvalidOperationException">Nothing lies there: the program was built without it.</exception>
    internal static Stream Open(string name) =>
        typeof(Embedded).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"Expected '{name}' in the program.");
}
