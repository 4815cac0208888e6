/** What a person types: commands that BILLmanager never asks for. */
package io.github.billnextcloud.operator;
