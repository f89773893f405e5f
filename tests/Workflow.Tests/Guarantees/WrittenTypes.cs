using System.Reflection;
using Mono.Cecil;

namespace Workflow.Tests.Guarantees;

/// <summary>The types that the files of a project declare, read from its assembly; nested ones belong to the type around them.</summary>
/// <param name="Root">The namespace of the project's own folder. Namespaces follow folders.</param>
/// <param name="All">The types.</param>
internal sealed record WrittenTypes(string Root, IReadOnlyList<TypeDefinition> All)
{
    private static readonly ReaderParameters InMemory = new() { InMemory = true };

    internal static WrittenTypes Of(Assembly assembly, string root) =>
        new(root, [.. ModuleDefinition.ReadModule(assembly.Location, InMemory).Types.Where(t => IsWritten(t, root))]);

    /// <summary>The name of a type as a reader sees it, without the number of its parameters.</summary>
    internal static string NameOf(TypeDefinition type) => type.Name.Split('`')[0];

    /// <summary>The types and those that stand within them.</summary>
    internal IEnumerable<TypeDefinition> WithNested => All.SelectMany(Within).Where(t => !IsGenerated(t));

    /// <summary>The folder of a type below the project's own, which is empty.</summary>
    internal string FolderOf(TypeDefinition type) =>
        type.Namespace.Length <= Root.Length ? "" : type.Namespace[(Root.Length + 1)..].Replace('.', '/');

    private static IEnumerable<TypeDefinition> Within(TypeDefinition type) => type.NestedTypes.SelectMany(Within).Prepend(type);

    // The compiler writes closures, iterators and blocks of extensions under names that no file can hold.
    private static bool IsGenerated(TypeDefinition type) =>
        type.Name.Contains('<', StringComparison.Ordinal)
        || type.CustomAttributes.Any(a => a.AttributeType.Name is "GeneratedCodeAttribute" or "CompilerGeneratedAttribute")
        || (type.DeclaringType is { } within && IsGenerated(within));

    // Generators write their types under names of their own; the entry point stands in no namespace.
    private static bool IsWritten(TypeDefinition type, string root) =>
        type.Namespace == root || type.Namespace.StartsWith(root + ".", StringComparison.Ordinal) || type.FullName == "Program";
}
