using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Workflow.Tests.Guarantees;

/// <summary>
/// The types that a compiled type uses, in what it declares and in the bodies of its methods. Constants are not among them:
/// the compiler writes their values, not where they come from.
/// </summary>
internal static class UsedTypes
{
    /// <summary>The full names of the outermost types that <paramref name="type"/> uses, with those that its nested types use.</summary>
    internal static IEnumerable<string> Of(TypeDefinition type) =>
        Named(type).SelectMany(Parts).Select(t => Outermost(t).FullName).Concat(type.NestedTypes.SelectMany(Of)).Distinct();

    private static IEnumerable<TypeReference?> Named(TypeDefinition type) =>
        [
            type.BaseType,
            .. type.Interfaces.Select(i => i.InterfaceType),
            .. Attributes(type),
            .. Constraints(type),
            .. type.Fields.Select(f => f.FieldType),
            .. type.Fields.SelectMany(Attributes),
            .. type.Properties.Select(p => p.PropertyType),
            .. type.Properties.SelectMany(Attributes),
            .. type.Methods.SelectMany(Signature),
            .. type.Methods.Where(m => m.HasBody).SelectMany(m => Body(m.Body)),
        ];

    private static IEnumerable<TypeReference> Attributes(ICustomAttributeProvider declared) =>
        declared.CustomAttributes.Select(a => a.AttributeType);

    private static IEnumerable<TypeReference> Constraints(IGenericParameterProvider declared) =>
        declared.GenericParameters.SelectMany(p => p.Constraints).Select(c => c.ConstraintType);

    private static IEnumerable<TypeReference?> Signature(MethodDefinition method) =>
        [
            method.ReturnType,
            .. method.Parameters.Select(p => p.ParameterType),
            .. method.Parameters.SelectMany(Attributes),
            .. Attributes(method),
            .. Constraints(method),
        ];

    private static IEnumerable<TypeReference?> Body(MethodBody body) =>
        [
            .. body.Variables.Select(v => v.VariableType),
            .. body.ExceptionHandlers.Select(h => h.CatchType),
            .. body.Instructions.SelectMany(i => Operand(i.Operand)),
        ];

    private static IEnumerable<TypeReference?> Operand(object? operand) =>
        operand switch
        {
            TypeReference type => [type],
            GenericInstanceMethod method => [method.DeclaringType, .. method.GenericArguments],
            MemberReference member => [member.DeclaringType],
            _ => [],
        };

    // A list of steps uses the list and the step.
    private static IEnumerable<TypeReference> Parts(TypeReference? type) =>
        type switch
        {
            null or GenericParameter => [],
            GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
            IModifierType modified => [.. Parts(modified.ElementType), .. Parts(modified.ModifierType)],
            TypeSpecification made => Parts(made.ElementType),
            _ => [type],
        };

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
